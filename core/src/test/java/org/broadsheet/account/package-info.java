/// Tests of secrets and addresses.
@NullMarked
package org.broadsheet.account;

import org.jspecify.annotations.NullMarked;
