package org.broadsheet.server.wiring;

import org.broadsheet.edition.EditionClock;
import org.broadsheet.server.round.Subscribing;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.DigestPages;
import org.broadsheet.server.web.Forms;
import org.broadsheet.server.web.Frames;
import org.broadsheet.server.web.Pages;
import org.broadsheet.server.web.SiteAddress;
import org.broadsheet.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The routes by which people ask for digests and leave.
@Configuration(proxyBeanMethods = false)
public class RoundRoutes {
    @Bean
    DigestPages digestPages(
            Pages pages,
            Frames frames,
            Forms forms,
            Subscribing subscribing,
            SigningIn signingIn,
            Storage storage,
            SiteAddress site,
            EditionClock editionClock) {
        return new DigestPages(
                pages,
                frames,
                forms,
                subscribing,
                signingIn,
                storage.credentials(),
                site,
                editionClock.zone());
    }
}
