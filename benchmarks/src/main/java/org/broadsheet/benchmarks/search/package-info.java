/// Latency of search under a constant rate of queries, throughput apart, and the way of scoring
/// every paper for every query beside it.
@NullMarked
package org.broadsheet.benchmarks.search;

import org.jspecify.annotations.NullMarked;
