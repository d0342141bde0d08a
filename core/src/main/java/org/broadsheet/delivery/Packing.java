package org.broadsheet.delivery;

/// Gives letters their form on the wire: headers, encodings, signatures, the envelope.
public interface Packing {
    Transport.Parcel pack(Claimed claimed, Letter letter);
}
