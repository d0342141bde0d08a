package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;

import java.util.List;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.MailAddress;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.junit.jupiter.api.Test;

/// Keeping passwords' hashes and mail addresses.
public interface CredentialStoreContract extends OverStorage {
    String ADDRESS = "ada@example.org";

    private CredentialStore credentials() {
        for (ReaderId id : List.of(ADA, EMMY)) {
            storage().readers().add(Reader.joining(id, id.value(), "A", Role.ADMIN, NOW));
        }
        return storage().credentials();
    }

    @Test
    default void aNewReaderHasNone() {
        assertThat(credentials().of(ADA)).isEqualTo(Credentials.none(ADA));
        assertThat(credentials().at("")).isEmpty();
        assertThat(credentials().at(ADDRESS)).isEmpty();
    }

    @Test
    default void thePasswordAndTheAddressesAreKeptByThemselves() {
        CredentialStore credentials = credentials();
        credentials.await(ADA, ADDRESS);
        credentials.keepPassword(ADA, "{hash}");
        assertThat(credentials.of(ADA)).isEqualTo(new Credentials(ADA, "{hash}", "", ADDRESS));
        credentials.keepPassword(ADA, "{other}");
        credentials.await(ADA, "");
        assertThat(credentials.of(ADA)).isEqualTo(new Credentials(ADA, "{other}", "", ""));
    }

    @Test
    default void anAddressCountsOnceItIsConfirmed() {
        CredentialStore credentials = credentials();
        credentials.await(ADA, ADDRESS);
        assertThat(credentials.at(ADDRESS)).isEmpty();
        assertThat(credentials.confirm(ADA, "other@example.org")).isFalse();
        assertThat(credentials.confirm(ADA, ADDRESS)).isTrue();
        assertThat(credentials.at("Ada@Example.org")).contains(ADA);
        assertThat(credentials.of(ADA)).isEqualTo(new Credentials(ADA, "", ADDRESS, ""));
        credentials.await(ADA, "new@example.org");
        assertThat(credentials.at(ADDRESS)).contains(ADA);
        assertThat(credentials.confirm(ADA, "new@example.org")).isTrue();
        assertThat(credentials.at(ADDRESS)).isEmpty();
    }

    @Test
    default void anAddressIsOneReadersHoweverManyAskForIt() {
        CredentialStore credentials = credentials();
        credentials.await(ADA, ADDRESS);
        credentials.await(EMMY, ADDRESS);
        List<Boolean> confirmed =
                Together.run(2, i -> () -> credentials.confirm(i == 0 ? ADA : EMMY, ADDRESS));
        assertThat(confirmed).containsOnlyOnce(true);
    }

    @Test
    default void onlyReadersHaveCredentials() {
        ReaderId nobody = new ReaderId("r-none");
        CredentialStore credentials = credentials();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credentials.keepPassword(nobody, "x"))
                .withMessageContaining("r-none");
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.await(nobody, ADDRESS));
        assertThat(credentials.confirm(nobody, ADDRESS)).isFalse();
    }

    @Test
    default void credentialsGoWithTheirReader() {
        CredentialStore credentials = credentials();
        credentials.await(ADA, ADDRESS);
        credentials.confirm(ADA, ADDRESS);
        storage().readers().remove(ADA);
        assertThat(credentials.of(ADA)).isEqualTo(Credentials.none(ADA));
        assertThat(credentials.at(ADDRESS)).isEmpty();
    }

    @Test
    default void anAddressIsNotWrittenToUntilItsReaderConfirmsItAnew() {
        CredentialStore credentials = credentials();
        MailAddress address = new MailAddress(ADDRESS);
        assertThat(credentials.isSuppressed(address)).isFalse();
        credentials.suppress(address, NOW);
        credentials.suppress(address, NOW.plusSeconds(1));
        assertThat(credentials.isSuppressed(new MailAddress("ADA@example.org"))).isTrue();
        credentials.await(ADA, ADDRESS);
        assertThat(credentials.isSuppressed(address)).isTrue();
        credentials.confirm(ADA, ADDRESS);
        assertThat(credentials.isSuppressed(address)).isFalse();
    }
}
