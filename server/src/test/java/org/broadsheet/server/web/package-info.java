/// Tests of the pages: whole pages against golden files, and the server over real HTTP.
@NullMarked
package org.broadsheet.server.web;

import org.jspecify.annotations.NullMarked;
