package org.broadsheet.server.wiring;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.server.cache.CacheFilter;
import org.broadsheet.server.cache.VotesToCome;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.home.OwnerToken;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.AllowedHosts;
import org.broadsheet.server.security.Chain;
import org.broadsheet.server.security.CspReports;
import org.broadsheet.server.security.HostFilter;
import org.broadsheet.server.security.ReadingHalf;
import org.broadsheet.server.security.TrustedProxies;
import org.broadsheet.server.security.UnreadableRequests;
import org.broadsheet.server.web.DigestPages;
import org.broadsheet.storage.Storage;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// What every request passes on its way in, in this order: the Host check, the finished pages, the
/// API's methods, and Spring Security's chain with the Origin check and [Access].
@Configuration(proxyBeanMethods = false)
public class Doors {
    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(AllowedHosts hosts) {
        return inOrder(new HostFilter(hosts), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<CacheFilter> cacheFilter(
            Access access, ChangeLog changes, Storage storage, Clock clock) {
        return inOrder(
                new CacheFilter(
                        access,
                        changes,
                        new VotesToCome(storage.votes(), storage.commentVotes()),
                        clock,
                        CacheFilter.MOST_BYTES),
                Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    FilterRegistrationBean<ReadingHalf> readingHalf() {
        FilterRegistrationBean<ReadingHalf> filter =
                inOrder(new ReadingHalf(), SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        filter.addUrlPatterns("/api/*");
        return filter;
    }

    @Bean
    CspReports cspReports(Storage storage, Clock clock) {
        return new CspReports(storage.limits(), clock);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Access access, OwnerToken owner) {
        return Chain.build(
                http,
                access,
                request ->
                        owner.isShownBy(request)
                                || CspReports.isOne(request)
                                || DigestPages.isOneClick(request));
    }

    @Bean
    HttpFirewall firewall() {
        return Chain.firewall();
    }

    @Bean
    RequestRejectedHandler rejected() {
        return Chain.rejected();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests() {
        return factory ->
                factory.addContextCustomizers(context ->
                        context.getParent().getPipeline().addValve(new UnreadableRequests()));
    }

    /// Outermost: all that follows sees the client's address and scheme.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(Outside outside) {
        return factory -> {
            if (!outside.proxies().isEmpty()) {
                factory.addEngineValves(TrustedProxies.valve(outside.proxies()));
            }
        };
    }

    /// Ids may hold slashes; clients send them encoded, too.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory ->
                factory.addConnectorCustomizers(
                        connector -> connector.setEncodedSolidusHandling("passthrough"));
    }

    private static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
