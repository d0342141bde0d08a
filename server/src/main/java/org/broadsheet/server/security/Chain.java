package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Spring Security's chain, reduced to what this house has: no sessions, no forms, no tokens in
/// pages; our headers, and [Gate] with the Origin check and [Access].
public final class Chain {
    private Chain() {}

    public static SecurityFilterChain build(
            HttpSecurity http, Access access, Predicate<HttpServletRequest> isOwner) {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(h -> h.defaultsDisabled().addHeaderWriter(SecurityHeaders::write))
                .addFilterBefore(
                        new Gate(access, new SameOrigin(), isOwner), AuthorizationFilter.class)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }

    /// Strict, except that ids may hold what DOIs hold: encoded slashes, semicolons and percent
    /// signs. No rule of ours depends on a path, so none can be evaded by one.
    public static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    public static RequestRejectedHandler rejected() {
        return (request, response, rejected) ->
                new Refusal(
                                400,
                                "BadAddress",
                                "The address cannot be read: it holds characters or parts such as"
                                        + " // or .. that are not accepted.")
                        .write(request, response);
    }
}
