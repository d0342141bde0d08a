package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.NOW;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.Role;
import org.junit.jupiter.api.Test;

/// Keeping accounts.
public interface ReaderStoreContract extends OverStorage {
    private ReaderStore readers() {
        return storage().readers();
    }

    private long changes() {
        return storage().changes().latest(Set.of(Change.Kind.READER));
    }

    private static Reader reader(String name, Role role) {
        return Reader.joining(new ReaderId("r-" + name), name, "The " + name, role, NOW);
    }

    private Reader added(String name, Role role) {
        Reader reader = reader(name, role);
        assertThat(readers().add(reader)).isTrue();
        return reader;
    }

    @Test
    default void aNewHouseHasNoAccounts() {
        assertThat(readers().count()).isZero();
        assertThat(readers().get(ReaderId.LOCAL)).isEmpty();
        assertThat(readers().named("ada")).isEmpty();
        assertThat(readers().of(List.of())).isEmpty();
        assertThat(readers().after("", 10)).isEmpty();
        assertThat(changes()).isZero();
    }

    @Test
    default void anAccountComesBackAsItWasAdded() {
        Reader wild =
                new Reader(
                        new ReaderId("r1"),
                        "0-a_b",
                        "שלום <b>🧪</b> '); --",
                        Role.CURATOR,
                        NOW,
                        NOW.plusSeconds(60));
        assertThat(readers().add(wild)).isTrue();
        assertThat(readers().get(wild.id())).contains(wild);
        assertThat(readers().named("0-a_b")).contains(wild);
        assertThat(readers().count()).isEqualTo(1);
    }

    @Test
    default void theMomentFromWhichVotesCountComesBackAndStays() {
        Reader alone =
                Reader.joining(new ReaderId("r1"), "ada", "Ada", Role.READER, NOW).uninvited();
        assertThat(alone.votesCountFrom()).isEqualTo(NOW.plus(Reader.NEW_FOR));
        readers().add(alone);
        assertThat(readers().get(alone.id())).contains(alone);
        Reader other = new Reader(alone.id(), "ada", "Countess", Role.CURATOR, NOW, NOW, null);
        assertThat(readers().change(alone.id(), _ -> other))
                .contains(alone.shownAs("Countess").as(Role.CURATOR));
        assertThat(readers().get(alone.id()).orElseThrow().votesCountFrom())
                .isEqualTo(alone.votesCountFrom());
    }

    @Test
    default void namesCountInCapitalsOrNot() {
        Reader ada = added("Ada", Role.READER);
        assertThat(ada.name()).isEqualTo("ada");
        assertThat(readers().named("ADA")).contains(ada);
        assertThat(readers().named(List.of("aDa", "ada", "emmy", "no name!")))
                .containsOnlyKeys("ada");
    }

    @Test
    default void aTakenNameOrIdIsRefusedAndNothingChanges() {
        Reader ada = added("ada", Role.READER);
        long latest = changes();
        Reader name = Reader.joining(new ReaderId("r-other"), "ADA", "Other", Role.ADMIN, NOW);
        Reader id = Reader.joining(ada.id(), "other", "Other", Role.ADMIN, NOW);
        assertThat(readers().add(name)).isFalse();
        assertThat(readers().add(id)).isFalse();
        assertThat(readers().get(ada.id())).contains(ada);
        assertThat(readers().count()).isEqualTo(1);
        assertThat(changes()).isEqualTo(latest);
    }

    @Test
    default void oneNameTakenFromEightPlacesAtOnceGoesToOne() {
        List<Boolean> taken =
                Together.run(
                        8,
                        i ->
                                () ->
                                        readers()
                                                .add(
                                                        Reader.joining(
                                                                new ReaderId("r" + i),
                                                                "ada",
                                                                "Ada " + i,
                                                                Role.READER,
                                                                NOW)));
        assertThat(taken).containsOnlyOnce(true);
        assertThat(readers().count()).isEqualTo(1);
    }

    @Test
    default void onlyOneOfManyIsTheFirst() {
        List<Boolean> first =
                Together.run(4, i -> () -> readers().addFirst(reader("first" + i, Role.ADMIN)));
        assertThat(first).containsOnlyOnce(true);
        assertThat(readers().count()).isEqualTo(1);
        assertThat(readers().addFirst(reader("later", Role.ADMIN))).isFalse();
    }

    @Test
    default void manyAreFoundAtOnceAndUnknownOnesAreLeftOut() {
        IntStream.range(0, 1_100).forEach(i -> added("reader-" + i, Role.READER));
        List<ReaderId> asked =
                IntStream.range(0, 1_200).mapToObj(i -> new ReaderId("r-reader-" + i)).toList();
        assertThat(readers().of(asked)).hasSize(1_100);
        assertThat(readers().of(List.of(asked.getFirst(), asked.getFirst(), asked.getLast())))
                .containsOnlyKeys(asked.getFirst());
    }

    @Test
    default void membersStandByNameAPageAtATime() {
        List.of("emmy", "ada", "b-b", "b_b", "b0").forEach(name -> added(name, Role.READER));
        assertThat(readers().after("", 3))
                .extracting(Reader::name)
                .containsExactly("ada", "b-b", "b0");
        assertThat(readers().after("B0", 3))
                .extracting(Reader::name)
                .containsExactly("b_b", "emmy");
        assertThat(readers().after("", 0)).isEmpty();
    }

    @Test
    default void whatMayChangeChangesInOneStep() {
        Reader ada = added("ada", Role.READER);
        Reader changed = ada.as(Role.CURATOR).shownAs("Countess").blocked(NOW.plusSeconds(5));
        assertThat(readers().change(ada.id(), it -> it.as(Role.CURATOR)))
                .contains(ada.as(Role.CURATOR));
        assertThat(readers().change(ada.id(), _ -> changed)).contains(changed);
        assertThat(readers().get(ada.id())).contains(changed);
        assertThat(readers().change(ada.id(), Reader::unblocked)).contains(changed.unblocked());
    }

    @Test
    default void theNameAndTheTimeOfJoiningStay() {
        Reader ada = added("ada", Role.READER);
        Reader other = Reader.joining(ada.id(), "emmy", "New", Role.READER, NOW.plusSeconds(9));
        assertThat(readers().change(ada.id(), _ -> other)).contains(ada.shownAs("New"));
        Reader stranger = reader("stranger", Role.READER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readers().change(ada.id(), _ -> stranger))
                .withMessageContaining("r-stranger");
    }

    @Test
    default void changesOfOneAccountFromEightPlacesAtOnceAreAllKept() {
        Reader ada = added("ada", Role.READER);
        readers().change(ada.id(), it -> it.shownAs("x"));
        Together.run(8, _ -> () -> readers().change(ada.id(), it -> it.shownAs(it.shown() + "x")));
        assertThat(readers().get(ada.id()).orElseThrow().shown()).isEqualTo("x".repeat(9));
    }

    @Test
    default void anUnknownAccountIsNotChanged() {
        assertThat(readers().change(new ReaderId("r-none"), it -> it.as(Role.ADMIN))).isEmpty();
        readers().remove(new ReaderId("r-none"));
        assertThat(changes()).isZero();
    }

    @Test
    default void anAccountsChangesAreNumberedAndTheSameAgainIsNone() {
        Reader ada = added("ada", Role.READER);
        long added = changes();
        assertThat(added).isPositive();
        readers().change(ada.id(), it -> it);
        assertThat(changes()).isEqualTo(added);
        readers().change(ada.id(), it -> it.shownAs("Countess"));
        long changed = changes();
        assertThat(changed).isGreaterThan(added);
        readers().remove(ada.id());
        assertThat(storage().changes().after(changed, Set.of(Change.Kind.READER), 9))
                .extracting(Change::subject)
                .containsExactly(ada.id().value());
    }

    @Test
    default void aRemovedAccountIsGoneAndItsNameFree() {
        Reader ada = added("ada", Role.READER);
        readers().remove(ada.id());
        assertThat(readers().get(ada.id())).isEmpty();
        assertThat(readers().named("ada")).isEmpty();
        assertThat(readers().count()).isZero();
        Reader again = Reader.joining(new ReaderId("r2"), "ada", "Another", Role.READER, NOW);
        assertThat(readers().add(again)).isTrue();
    }

    @Test
    default void theLastActiveAdminStaysOne() {
        Reader admin = added("first", Role.ADMIN);
        Reader other = added("other", Role.ADMIN);
        added("ada", Role.READER);
        readers().change(other.id(), it -> it.blocked(NOW));
        assertThatThrownBy(() -> readers().change(admin.id(), it -> it.as(Role.READER)))
                .isInstanceOf(LastAdmin.class)
                .hasMessageContaining("first");
        assertThatThrownBy(() -> readers().change(admin.id(), it -> it.blocked(NOW)))
                .isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> readers().remove(admin.id())).isInstanceOf(LastAdmin.class);
        assertThat(readers().get(admin.id())).contains(admin);
        readers().change(other.id(), Reader::unblocked);
        readers().remove(admin.id());
        assertThat(readers().count()).isEqualTo(2);
    }

    @Test
    default void twoAdminsWhoStepDownAtOnceLeaveOne() {
        List<Reader> admins = List.of(added("one", Role.ADMIN), added("two", Role.ADMIN));
        Together.run(
                2,
                i ->
                        () -> {
                            try {
                                readers().change(admins.get(i).id(), it -> it.as(Role.READER));
                                return true;
                            } catch (LastAdmin _) {
                                return false;
                            }
                        });
        assertThat(readers().after("", 9)).filteredOn(Reader::isActiveAdmin).hasSize(1);
    }

    @Test
    default void theOnlyAccountCanGo() {
        Reader admin = added("first", Role.ADMIN);
        readers().remove(admin.id());
        assertThat(readers().count()).isZero();
    }
}
