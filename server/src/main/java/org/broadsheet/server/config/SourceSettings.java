package org.broadsheet.server.config;

import java.net.URI;
import java.time.LocalTime;
import java.util.Map;

/// What the operator says of sources.
///
/// @param contact where somebody answers for this house, as sources are told; empty for none
/// @param harvestAt when the nightly harvest begins, in the edition's time zone
/// @param addresses where the sources of these names are asked
public record SourceSettings(String contact, LocalTime harvestAt, Map<String, URI> addresses) {
    public SourceSettings {
        addresses = Map.copyOf(addresses);
    }
}
