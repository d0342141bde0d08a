/// How long a vote takes, as a reader sees it, while others read and vote.
@NullMarked
package org.broadsheet.benchmarks.vote;

import org.jspecify.annotations.NullMarked;
