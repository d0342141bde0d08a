package org.broadsheet.delivery;

import org.broadsheet.account.MailAddress;
import org.jspecify.annotations.Nullable;

/// A node's hold on a delivery that it is about to send.
///
/// @param claim tells this hold from earlier and later ones of the same delivery
/// @param attempts how often it was claimed, this time included
/// @param letter its words, where they were stored with it
public record Claimed(
        DeliveryId id,
        Mailing.Kind kind,
        MailAddress address,
        String node,
        int claim,
        int attempts,
        @Nullable Letter letter) {}
