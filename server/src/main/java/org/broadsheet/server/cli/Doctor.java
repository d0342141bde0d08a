package org.broadsheet.server.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.broadsheet.server.house.DoctorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `doctor`: how the house is.
@Command(
        name = "doctor",
        description =
                "Looks at every part of the house and says how it is: Java, folder, store, index,"
                        + " search by meaning, records set aside, lab, clock. Ends with 1 if one needs you.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Doctor implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if (Files.notExists(home.folder())) {
            throw new Failure(
                    ExitCode.HOME_UNUSABLE,
                    "There is no house in "
                            + home.folder()
                            + " yet. `broadsheet serve` makes one; --home DIR looks elsewhere.");
        }
        return HouseWork.run(
                home.folder(),
                "doctor",
                DoctorCommand::new,
                new DoctorCommand.Arguments(json.isOn()),
                Terminal.of(spec, json));
    }
}
