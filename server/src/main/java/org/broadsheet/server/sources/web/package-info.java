/// How sources ask over the network: the one polite HTTP client of the house.
@NullMarked
package org.broadsheet.server.sources.web;

import org.jspecify.annotations.NullMarked;
