package org.broadsheet.benchmarks.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// A Spring Boot application with security and actuator that does nothing but answer `/`.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
public class BareApplication {
    public static void main(String[] words) {
        SpringApplication.run(BareApplication.class, words);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll()).build();
    }

    @Bean
    FrontPage frontPage() {
        return new FrontPage();
    }
}
