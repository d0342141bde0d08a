package org.broadsheet.embedding.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// ONNX Runtime's reports to its maker, switched off. Since 1.29 it makes them on Linux and macOS,
/// too: as soon as its environment is created it lays a device id and a database into
/// `~/.cache/Microsoft`, and takes the process's command line apart so deeply that one of some
/// thousand characters overflows the stack. Only this variable of the process stops it before that.
public final class Telemetry {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /// To be called before ONNX Runtime's environment is created.
    public static void switchOff() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        setenv.ifPresent(function -> set(linker, function));
    }

    @SuppressWarnings("restricted") // calls into the C library, as ONNX Runtime itself does
    private static void set(Linker linker, MemorySegment setenv) {
        FunctionDescriptor type =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            int _ =
                    (int)
                            linker.downcallHandle(setenv, type)
                                    .invokeExact(
                                            arena.allocateFrom(SWITCH), arena.allocateFrom("1"), 1);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + SWITCH, e);
        }
    }
}
