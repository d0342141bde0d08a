package org.broadsheet.embedding.onnx;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// One reference more to ONNX Runtime's environment, never given back. Its Java binding releases
/// the environment in a shutdown hook of its own, at the same time as all others, so that a model
/// that is being loaded or run while the process ends brings the process down
/// (microsoft/onnxruntime, issue 31352). The environment counts its references; with this one it
/// lives as long as the process.
final class LastingEnvironment {
    /// The C API's version that every ONNX Runtime since 1.0 gives, and the place of `CreateEnv` in
    /// its table; the header promises that neither moves.
    private static final int API_VERSION = 1;

    private static final long CREATE_ENV = 3;
    private static final int ONLY_ERRORS = 3;

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    @SuppressWarnings("restricted") // the header says how long these tables are at least
    private static final AddressLayout TABLE =
            POINTER.withTargetLayout(MemoryLayout.sequenceLayout(CREATE_ENV + 1, POINTER));

    private static boolean held;

    private LastingEnvironment() {}

    /// Takes the reference, once in a process; the library must be loaded.
    ///
    /// @throws IllegalStateException if this is no ONNX Runtime
    static synchronized void hold() {
        if (held) {
            return;
        }
        try {
            createEnvironment(api());
            held = true;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot hold ONNX Runtime's environment", e);
        }
    }

    @SuppressWarnings("restricted") // calls the library that its Java binding has loaded
    private static MemorySegment api() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MemorySegment getBase = SymbolLookup.loaderLookup().findOrThrow("OrtGetApiBase");
        MemorySegment base =
                (MemorySegment)
                        linker.downcallHandle(getBase, FunctionDescriptor.of(TABLE)).invokeExact();
        MemorySegment getApi = base.get(POINTER, 0);
        return (MemorySegment)
                linker.downcallHandle(getApi, FunctionDescriptor.of(TABLE, ValueLayout.JAVA_INT))
                        .invokeExact(API_VERSION);
    }

    @SuppressWarnings("restricted")
    private static void createEnvironment(MemorySegment api) throws Throwable {
        FunctionDescriptor type =
                FunctionDescriptor.of(POINTER, ValueLayout.JAVA_INT, POINTER, POINTER);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status =
                    (MemorySegment)
                            Linker.nativeLinker()
                                    .downcallHandle(api.getAtIndex(POINTER, CREATE_ENV), type)
                                    .invokeExact(
                                            ONLY_ERRORS,
                                            arena.allocateFrom("broadsheet"),
                                            arena.allocate(POINTER));
            if (status.address() != 0) {
                throw new IllegalStateException("ONNX Runtime gave no second reference");
            }
        }
    }
}
