package org.broadsheet.benchmarks.bare;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The one page.
@RestController
final class FrontPage {
    @GetMapping("/")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body("<!doctype html><title>Bare</title><p>Nothing but Spring Boot.");
    }
}
