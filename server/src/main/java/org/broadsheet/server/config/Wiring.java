package org.broadsheet.server.config;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.broadsheet.server.web.Pages;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The server's beans, each made by hand here: nothing is scanned for, so this file is the whole
/// list, controllers included.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
public class Wiring {
    /// Everybody reads; nothing can be written before `Access` says who may.
    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(rules ->
                        rules.requestMatchers(HttpMethod.GET)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp ->
                                csp.policyDirectives("default-src 'self'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    Pages pages() {
        return new Pages(
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        Wiring.class.getClassLoader(),
                        Pages.GENERATED_PACKAGE));
    }
}
