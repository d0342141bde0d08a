package org.broadsheet.storage.jdbc;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.StorageException;

/// A process that opens a store, keeps one paper, and prints `kept` or what went wrong.
final class OpensAndKeeps {
    private OpensAndKeeps() {}

    /// @param arguments the database file
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Storage storage = JdbcStorage.open(Path.of(arguments[0]))) {
            storage.papers().keep(List.of(Fixtures.paper(1)));
            out.println("kept");
        } catch (StorageException e) {
            out.println(e.getMessage());
        }
    }
}
