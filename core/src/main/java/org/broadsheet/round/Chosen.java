package org.broadsheet.round;

import org.broadsheet.paper.Paper;

/// A paper of a digest.
///
/// @param votes here and elsewhere
/// @param reason why its reader gets it, in a sentence
public record Chosen(Paper paper, long votes, String reason) {}
