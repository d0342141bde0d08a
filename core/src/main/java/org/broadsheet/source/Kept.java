package org.broadsheet.source;

/// What became of records: each is exactly one of added, changed, unchanged and rejected.
///
/// @param added records of papers that were not known
/// @param changed records that told something new of a known paper
/// @param unchanged records that told nothing new of their paper
/// @param rejected records that were set aside
/// @param submitted papers that came into an edition
/// @param counted counts that were new or different
public record Kept(
        long added, long changed, long unchanged, long rejected, long submitted, long counted) {
    public static final Kept NOTHING = new Kept(0, 0, 0, 0, 0, 0);

    /// All records that were read.
    public long read() {
        return added + changed + unchanged + rejected;
    }

    /// Whether the store holds something now that it did not hold before.
    public boolean isNews() {
        return added + changed + submitted + counted > 0;
    }

    public Kept plus(Kept other) {
        return new Kept(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected,
                submitted + other.submitted,
                counted + other.counted);
    }
}
