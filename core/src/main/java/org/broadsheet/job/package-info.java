/// Jobs: work that must be done once and survives a restart. A worker claims a job under a lease,
/// renews it while it works, and finishes or fails it; a lease that runs out makes it claimable
/// again.
@NullMarked
package org.broadsheet.job;

import org.jspecify.annotations.NullMarked;
