package org.broadsheet.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes the API's objects: fields in the order of their records, absent ones left out.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final MediaType TYPE =
            MediaType.parseMediaType("application/json;charset=utf-8");

    private Json() {}

    static ResponseEntity<byte[]> answer(Object body) {
        return ResponseEntity.ok().contentType(TYPE).body(MAPPER.writeValueAsBytes(body));
    }

    static ResponseEntity<byte[]> answer(Object body, NextPage next) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header("Link", next.link())
                .body(MAPPER.writeValueAsBytes(body));
    }
}
