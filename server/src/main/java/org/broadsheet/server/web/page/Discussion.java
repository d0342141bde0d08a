package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// What was said about a paper, and the form to say more.
///
/// @param url the paper's page
/// @param count in words
/// @param form for whom may write
/// @param whyNot why there is no form; empty where there is one
public record Discussion(
        String url, String count, List<Remark> remarks, Optional<RemarkForm> form, String whyNot) {
    public Discussion {
        remarks = List.copyOf(remarks);
    }

    public String feed() {
        return url + "/comments.atom";
    }
}
