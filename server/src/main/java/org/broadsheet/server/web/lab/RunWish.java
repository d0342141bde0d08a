package org.broadsheet.server.web.lab;

import java.util.Optional;
import org.broadsheet.lab.Size;
import org.broadsheet.run.Run;
import org.broadsheet.server.web.page.RunForm;

/// What the address of a paper's page asks of its part "Run it".
///
/// @param run to be shown in place of what stands for the paper
/// @param answered whether its report was there when it was asked for
/// @param size to fill the form with
/// @param refused a form that came back
public record RunWish(
        Optional<Run> run, boolean answered, Optional<Size> size, Optional<RunForm> refused) {
    public static final RunWish NOTHING =
            new RunWish(Optional.empty(), false, Optional.empty(), Optional.empty());

    public static RunWish refused(RunForm form) {
        return new RunWish(Optional.empty(), false, Optional.empty(), Optional.of(form));
    }
}
