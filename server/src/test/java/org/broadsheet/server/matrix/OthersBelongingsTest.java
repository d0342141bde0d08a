package org.broadsheet.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is a reader's own nobody else changes by naming its id, whatever their role; and the same
/// request by its owner does, so that it was no accident.
@TestInstance(Lifecycle.PER_CLASS)
class OthersBelongingsTest {
    @SuppressWarnings("NullAway.Init") // by start
    private WholeHouse house;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        house = WholeHouse.open(folder);
        Belonging.give(house.house(), ada());
    }

    @AfterAll
    void end() {
        house.close();
    }

    private ReaderId ada() {
        return house.roles().reader(Role.READER).id();
    }

    private HttpResponse<String> send(Belonging one, Role role) throws Exception {
        return house.send(one.change(), role, "Sec-Fetch-Site", "same-origin");
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsOwnerChangesIt(Belonging one) throws Exception {
        String before = Belonging.seen(house.house(), ada());
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.READER))) {
            HttpResponse<String> answer = send(one, role);
            assertThat(isRefused(answer) || (one.isPassedOver() && answer.statusCode() == 303))
                    .as("%s by %s was answered %d", one, role, answer.statusCode())
                    .isTrue();
            assertThat(Belonging.seen(house.house(), ada())).as("%s", role).isEqualTo(before);
        }
        assertThat(send(one, Role.READER).statusCode()).isEqualTo(303);
        assertThat(Belonging.seen(house.house(), ada())).isNotEqualTo(before);
    }

    /// With 403 or 404, or by being led to where one signs in.
    private static boolean isRefused(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("location").orElse("");
        return answer.statusCode() == 403 || answer.statusCode() == 404 || to.contains("/sign-in");
    }
}
