package org.broadsheet.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllowanceTest {
    @ParameterizedTest
    @EnumSource(Allowance.class)
    void anAddressMayAtLeastFiveTimesWhatAnAccountMayOverTheSameTime(Allowance allowance) {
        assertThat(allowance.ofAccount()).isNotEmpty().hasSameSizeAs(allowance.ofAddress());
        for (int i = 0; i < allowance.ofAccount().size(); i++) {
            Limit account = allowance.ofAccount().get(i);
            Limit address = allowance.ofAddress().get(i);
            assertThat(address.within()).isEqualTo(account.within());
            assertThat(address.most()).isGreaterThanOrEqualTo(5 * account.most());
        }
    }

    @ParameterizedTest
    @EnumSource(Allowance.class)
    void eachLimitIsCountedUnderAKindOfItsOwn(Allowance allowance) {
        List<String> kinds =
                Arrays.stream(Allowance.values())
                        .flatMap(it -> it.ofAccount().stream().map(it::kind))
                        .toList();
        assertThat(kinds).doesNotHaveDuplicates();
        assertThat(allowance.ofAccount())
                .allSatisfy(limit -> assertThat(allowance.kind(limit)).matches("[a-z]+-\\d+"));
        assertThat(Stream.of(allowance.what())).allMatch(what -> !what.isBlank());
    }
}
