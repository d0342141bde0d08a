package org.broadsheet.lab.stranger;

import java.util.List;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.paper.PaperId;

/// One whose constructor throws: it must not hide the others.
public final class Unmakeable implements Reproduction {
    public Unmakeable() {
        throw new IllegalStateException("its data is missing");
    }

    @Override
    public PaperId paper() {
        return PaperId.of("local:unmakeable");
    }

    @Override
    public Abstract about() {
        throw new IllegalStateException();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<Claim> claims() {
        return List.of();
    }

    @Override
    public void run(Setting setting, Bench bench) {}
}
