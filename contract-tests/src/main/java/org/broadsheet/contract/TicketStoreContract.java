package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.util.List;
import java.util.Optional;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.Ticket.Purpose;
import org.broadsheet.account.TicketStore;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.Role;
import org.junit.jupiter.api.Test;

/// Keeping what works once.
public interface TicketStoreContract extends OverStorage {
    private TicketStore tickets() {
        return storage().tickets();
    }

    private static Secret secret(String value) {
        return new Secret(value);
    }

    @Test
    default void aTicketComesBackAsItWasIssued() {
        Ticket ticket = Ticket.of(secret("one"), Purpose.CONFIRM, ADA, WILD, NOW);
        Ticket nobodys = Ticket.of(secret("two"), Purpose.INVITATION, null, "CURATOR", NOW);
        tickets().issue(ticket);
        tickets().issue(nobodys);
        assertThat(tickets().look(ticket.hash(), Purpose.CONFIRM, NOW)).contains(ticket);
        assertThat(tickets().look(nobodys.hash(), Purpose.INVITATION, NOW)).contains(nobodys);
    }

    @Test
    default void aTicketWorksOnceForItsPurposeAndItsTime() {
        Ticket ticket = Ticket.of(secret("one"), Purpose.RESET, ADA, "", NOW);
        tickets().issue(ticket);
        assertThat(tickets().redeem(ticket.hash(), Purpose.CONFIRM, NOW)).isEmpty();
        assertThat(tickets().look(ticket.hash(), Purpose.CONFIRM, NOW)).isEmpty();
        assertThat(tickets().redeem(ticket.hash(), Purpose.RESET, ticket.until())).isEmpty();
        assertThat(tickets().look(ticket.hash(), Purpose.RESET, ticket.until())).isEmpty();
        assertThat(tickets().redeem(ticket.hash(), Purpose.RESET, NOW)).contains(ticket);
        assertThat(tickets().redeem(ticket.hash(), Purpose.RESET, NOW)).isEmpty();
    }

    @Test
    default void ofManyWhoShowATicketAtOnceOneGetsIt() {
        Ticket ticket = Ticket.of(secret("one"), Purpose.INVITATION, null, "", NOW);
        tickets().issue(ticket);
        List<Optional<Ticket>> got =
                Together.run(
                        8, _ -> () -> tickets().redeem(ticket.hash(), Purpose.INVITATION, NOW));
        assertThat(got).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    default void aHashIsIssuedOnce() {
        Ticket ticket = Ticket.of(secret("one"), Purpose.RESET, ADA, "", NOW);
        tickets().issue(ticket);
        assertThatIllegalArgumentException().isThrownBy(() -> tickets().issue(ticket));
    }

    @Test
    default void openOnesAreListedTheLatestFirst() {
        for (int i = 0; i < 3; i++) {
            tickets()
                    .issue(
                            Ticket.of(
                                    secret("t" + i),
                                    Purpose.INVITATION,
                                    null,
                                    "" + i,
                                    NOW.plusSeconds(i)));
        }
        assertThat(tickets().open(Purpose.INVITATION, NOW, 2))
                .extracting(Ticket::about)
                .containsExactly("2", "1");
        assertThat(tickets().open(Purpose.RESET, NOW, 2)).isEmpty();
        assertThat(
                        tickets()
                                .open(
                                        Purpose.INVITATION,
                                        NOW.plus(Purpose.INVITATION.life()).plusSeconds(1),
                                        9))
                .hasSize(1);
    }

    @Test
    default void ticketsAreTakenBackByReaderOrByPurpose() {
        tickets().issue(Ticket.of(secret("a"), Purpose.RESET, ADA, "", NOW));
        tickets().issue(Ticket.of(secret("b"), Purpose.CONFIRM, ADA, "", NOW));
        tickets().issue(Ticket.of(secret("c"), Purpose.RESET, EMMY, "", NOW));
        tickets().cancel(ADA, Purpose.RESET);
        assertThat(tickets().open(Purpose.RESET, NOW, 9)).hasSize(1);
        tickets().cancelAll(Purpose.RESET);
        assertThat(tickets().open(Purpose.RESET, NOW, 9)).isEmpty();
        assertThat(tickets().open(Purpose.CONFIRM, NOW, 9)).hasSize(1);
    }

    @Test
    default void whatIsOverIsForgottenAndWhatIsAReadersGoesWithThem() {
        storage().readers().add(Reader.joining(ADA, "ada", "A", Role.ADMIN, NOW));
        tickets().issue(Ticket.of(secret("a"), Purpose.RESET, ADA, "", NOW));
        tickets().issue(Ticket.of(secret("b"), Purpose.CONFIRM, ADA, "", NOW));
        assertThat(tickets().forget(NOW.plus(Purpose.RESET.life()))).isEqualTo(1);
        storage().readers().remove(ADA);
        assertThat(tickets().open(Purpose.CONFIRM, NOW, 9)).isEmpty();
    }
}
