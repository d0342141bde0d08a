package org.broadsheet.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper as the API shows it, in the hosted page's newest generation of fields. Absent parts are
/// left out of the JSON.
///
/// @param publishedAt the first version's day at midnight UTC
/// @param submittedOnDailyAt the edition's day at midnight UTC
/// @param upvotes our readers' votes and those counted elsewhere
record PaperObject(
        String id,
        List<AuthorObject> authors,
        List<String> mediaUrls,
        @Nullable String publishedAt,
        @Nullable String submittedOnDailyAt,
        String title,
        @Nullable UserObject submittedOnDailyBy,
        String summary,
        long upvotes,
        String discussionId,
        @Nullable String projectPage,
        @Nullable String githubRepo,
        @Nullable Long githubStars,
        @JsonProperty("ai_summary") @Nullable String aiSummary,
        @JsonProperty("ai_keywords") @Nullable List<String> aiKeywords,
        @Nullable OrganizationObject organization,
        @Nullable BroadsheetObject broadsheet) {

    record AuthorObject(@JsonProperty("_id") String id, String name, boolean hidden) {}

    record OrganizationObject(
            @JsonProperty("_id") String id, String name, String fullname, String avatar) {}

    /// Whoever submitted a paper. The name stands under both keys that clients read.
    record UserObject(
            @JsonProperty("_id") String id,
            String avatarUrl,
            String fullname,
            String name,
            String user,
            String type,
            boolean isPro,
            boolean isHf,
            boolean isHfAdmin,
            boolean isMod,
            long followerCount,
            boolean isUserFollowing) {
        static UserObject named(String name) {
            return named(name, name);
        }

        /// @param shown the name as pages show it
        static UserObject named(String name, String shown) {
            return new UserObject(
                    HexId.of("user", name),
                    "",
                    shown,
                    name,
                    name,
                    "user",
                    false,
                    false,
                    false,
                    false,
                    0,
                    false);
        }
    }
}
