package org.broadsheet.job;

import java.time.Instant;

/// A worker's hold on a job until a moment.
///
/// @param attempt tells this claim from earlier and later ones of the same job
public record Lease(String kind, String subject, String worker, int attempt, Instant until) {}
