package org.broadsheet.lab.report;

import java.time.Instant;

/// Where and when a run was made, and with what. None of it changes the numbers but the kernel.
///
/// @param machine its processor and system
/// @param java the runtime's version
/// @param kernel the kind of arithmetic kernels, a part of the run's name
/// @param code the fingerprint of the jars that ran
/// @param seconds from the start of its process to its end
public record Provenance(
        String machine,
        int cores,
        String java,
        String kernel,
        String code,
        Instant started,
        double seconds) {}
