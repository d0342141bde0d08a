package org.broadsheet.server.api;

import java.util.List;
import org.broadsheet.server.api.PaperObject.OrganizationObject;
import org.broadsheet.server.api.PaperObject.UserObject;
import org.jspecify.annotations.Nullable;

/// A paper in a list, wrapped as the hosted page wraps it.
///
/// @param publishedAt the paper's day, or the moment of its submission where the day is not known;
///   the hosted page's clients must never take it for the paper's date, which is inside
/// @param thumbnail always empty: pages and clients load nothing from other hosts
record Entry(
        PaperObject paper,
        @Nullable String publishedAt,
        String title,
        String summary,
        List<String> mediaUrls,
        String thumbnail,
        long numComments,
        @Nullable UserObject submittedBy,
        @Nullable OrganizationObject organization,
        boolean isAuthorParticipating,
        @Nullable BroadsheetObject broadsheet) {}
