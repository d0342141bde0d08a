package org.broadsheet.server.browser;

/// Who looks at a page: whoever sits at the machine of a house without accounts, or somebody in the
/// house that has some.
enum Asker {
    THE_ONE_READER(""),
    VISITOR(""),
    READER("emmy"),
    ADMIN("alan");

    private final String account;

    Asker(String account) {
        this.account = account;
    }

    boolean hasAccount() {
        return !account.isEmpty();
    }

    /// The account's name.
    String account() {
        return account;
    }
}
