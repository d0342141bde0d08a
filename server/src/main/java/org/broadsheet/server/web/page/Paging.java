package org.broadsheet.server.web.page;

import java.util.Optional;
import java.util.function.IntFunction;

/// Where a long list can be turned.
///
/// @param page from 1
/// @param pages at least 1
public record Paging(int page, int pages, Optional<Link> previous, Optional<Link> next) {
    /// @param address the address of a page, from 1
    /// @param total how many things there are
    /// @param size how many a page shows
    public static Paging of(int page, long total, int size, IntFunction<String> address) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(
                page,
                pages,
                page > 1 && page <= pages
                        ? Optional.of(
                                new Link(address.apply(page - 1), rows(page - 1, total, size)))
                        : Optional.empty(),
                page < pages
                        ? Optional.of(
                                new Link(address.apply(page + 1), rows(page + 1, total, size)))
                        : Optional.empty());
    }

    public boolean isOne() {
        return pages == 1;
    }

    public boolean isBeyond() {
        return page > pages;
    }

    private static String rows(int page, long total, int size) {
        long first = (long) (page - 1) * size + 1;
        long last = Math.min(total, (long) page * size);
        return first == last ? "%,d".formatted(first) : "%,d to %,d".formatted(first, last);
    }
}
