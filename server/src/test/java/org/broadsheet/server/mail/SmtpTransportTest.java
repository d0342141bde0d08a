package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Transport.Answer;
import org.broadsheet.delivery.Transport.Parcel;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.server.config.MailSettings.Security;
import org.broadsheet.server.config.MailSettings.SmtpServer;
import org.broadsheet.server.mail.PlayedMailServer.Envelope;
import org.broadsheet.server.mail.PlayedMailServer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the transport answers for what a real server does.
class SmtpTransportTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-11-07T12:00:00Z"), ZoneOffset.UTC);
    private static final BooleanSupplier GO = () -> true;

    static MailSettings settings(int... ports) {
        return new MailSettings(
                "Daily Papers",
                new MailAddress("papers@example.org"),
                new MailAddress("returned@example.org"),
                IntStream.of(ports)
                        .mapToObj(
                                port -> new SmtpServer("127.0.0.1", port, Security.IF_OFFERED, ""))
                        .toList(),
                new MailSettings.Credentials("", Optional.empty()),
                4,
                1_000_000,
                Optional.empty(),
                Optional.empty());
    }

    private static SmtpTransport transport(int... ports) {
        return new SmtpTransport(
                new SmtpServers(settings(ports), "papers.example.org", CLOCK), CLOCK);
    }

    private static Parcel parcel(String body) {
        return new Parcel(
                "name",
                "returned+name@example.org",
                new MailAddress("ada@example.net"),
                ("Subject: Hello\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static PlayedMailServer failing(Fault fault) {
        return new PlayedMailServer(_ -> fault);
    }

    @Test
    void aMessageArrivesByteByByteInItsEnvelope() {
        String body = "Grüße\r\n.\r\n..two\r\nlast\r\n";
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            assertThat(transport.send(parcel(body), GO))
                    .asInstanceOf(type(Answer.Accepted.class))
                    .extracting(Answer.Accepted::reply, STRING)
                    .contains("2.0.0 taken");
            var received = server.received().getFirst();
            assertThat(received.envelope())
                    .isEqualTo(new Envelope("returned+name@example.org", "ada@example.net"));
            assertThat(received.message()).isEqualTo(parcel(body).message());
        }
    }

    @Test
    void theConnectionIsKeptForTheNextHundred() {
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            for (int i = 0; i < 150; i++) {
                assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
            }
            assertThat(server.received()).hasSize(150);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whereTheLastMomentSaysNoTheServerHasNothing() {
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            assertThat(transport.send(parcel("x\r\n"), () -> false))
                    .isInstanceOf(Answer.Held.class);
            assertThat(transport.send(parcel("y\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
            assertThat(server.received()).hasSize(1);
            assertThat(new String(server.received().getFirst().message(), StandardCharsets.UTF_8))
                    .endsWith("y\r\n");
        }
    }

    @Test
    void whereAskingFailsTheServerHasNothingAndTheFailureIsTold() {
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            transport.send(
                                    parcel("x\r\n"),
                                    () -> {
                                        throw new IllegalStateException("the store is gone");
                                    }))
                    .withMessage("the store is gone");
            assertThat(transport.send(parcel("y\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void theLastMomentComesWhenTheServerHasAllButTheDot() {
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            transport.send(
                    parcel("x\r\n"),
                    () -> {
                        assertThat(server.received()).isEmpty();
                        return true;
                    });
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LATER", "LATER_AFTER_DOT", "REFUSED", "REFUSED_AFTER_DOT"})
    void whatTheServerSaysOfOneMessageConcernsItAlone(Fault fault) {
        try (PlayedMailServer server = failing(fault);
                SmtpTransport transport = transport(server.port())) {
            Answer answer = transport.send(parcel("x\r\n"), GO);
            Answer expected =
                    switch (fault) {
                        case LATER -> new Answer.Later(words(answer));
                        case LATER_AFTER_DOT -> new Answer.Later(words(answer));
                        case REFUSED -> new Answer.Refused(550, words(answer));
                        default -> new Answer.Refused(554, words(answer));
                    };
            assertThat(answer).isEqualTo(expected);
            assertThat(words(answer)).containsPattern("450 4|451 4|550 5|554 5");
            transport.send(parcel("x\r\n"), GO);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.received()).isEmpty();
        }
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Later(String reason) -> reason;
            case Answer.Refused(int _, String reason) -> reason;
            default -> answer.toString();
        };
    }

    @Test
    void aConnectionThatIsCutInTheMidstIsNoneAndOnlyOneThatIsCutAfterTheDotLeavesDoubt() {
        try (PlayedMailServer server = failing(Fault.CUT_BEFORE_ANSWER);
                SmtpTransport transport = transport(server.port())) {
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Lost.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aServerThatClosesIsNotTheMessagesFault() {
        try (PlayedMailServer server = failing(Fault.CLOSES);
                SmtpTransport transport = transport(server.port())) {
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void aConnectionThatDiedMeanwhileIsReplacedWithoutADoubt() {
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(server.port())) {
            transport.send(parcel("x\r\n"), GO);
            server.die();
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Unreachable.class);
            server.comeBack();
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
            server.die();
            server.comeBack();
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    void whereOneServerDoesNotAnswerTheNextDoes() throws IOException {
        int nobody = freePort();
        try (PlayedMailServer server = failing(Fault.NONE);
                SmtpTransport transport = transport(nobody, server.port())) {
            assertThat(transport.send(parcel("x\r\n"), GO)).isInstanceOf(Answer.Accepted.class);
        }
        try (SmtpTransport transport = transport(nobody)) {
            assertThat(transport.send(parcel("x\r\n"), GO))
                    .asInstanceOf(type(Answer.Unreachable.class))
                    .extracting(Answer.Unreachable::reason, STRING)
                    .contains("127.0.0.1:" + nobody);
        }
    }

    @Test
    void aServerOnThisMachineThatOffersNoTlsIsSpokenToButNotOneElsewhere() {
        try (PlayedMailServer server = failing(Fault.NONE)) {
            MailSettings local = settings(server.port());
            MailSettings strict =
                    new MailSettings(
                            local.name(),
                            local.from(),
                            local.bounces(),
                            List.of(
                                    new SmtpServer(
                                            "127.0.0.1", server.port(), Security.STARTTLS, "")),
                            local.credentials(),
                            1,
                            1,
                            local.selector(),
                            local.receiveAt());
            try (SmtpTransport transport =
                    new SmtpTransport(new SmtpServers(strict, "x.example.org", CLOCK), CLOCK)) {
                assertThat(transport.send(parcel("x\r\n"), GO))
                        .isInstanceOf(Answer.Unreachable.class);
            }
            assertThat(server.received()).isEmpty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
