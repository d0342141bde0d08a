package org.broadsheet.server.web;

import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.SignInLog;

/// What counts, and writes down, what is done at the house's doors.
public record Watch(Allowances allowances, SignInLog signIns, Acts acts) {}
