package org.broadsheet.server.sources.citation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.PaperId;

/// Finds the ids of a paper in the fields of its citation, in whatever dress: an arXiv id in an
/// address or a journal's name, a DOI with its resolver in front. For one entry.
public final class CitedIds {
    private static final Pattern ARXIV_ADDRESS =
            Pattern.compile("(?i)arxiv\\.org/(?:abs|pdf|html|format)/([^\\s?#,;}]+)");
    private static final Pattern ARXIV_NAMED =
            Pattern.compile(
                    "(?i)\\barxiv\\s*(?:e-?print|preprint)?\\s*[:,]?\\s*(?:arxiv\\s*:\\s*)?"
                            + "((?:\\d{4}\\.\\d{1,6}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?)(?!\\d)");
    private static final Pattern ARXIV_SHAPE =
            Pattern.compile(
                    "(?i)(?:arxiv:\\s*)?((?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?)(?:\\s*\\[[^\\]]*\\])?");
    private static final String ARXIV_DOI = "10.48550/arxiv.";
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[\\x21-\\x7E&&[^<>\"?#]]+");
    private static final Pattern DOI_ADDRESS =
            Pattern.compile("(?i)(?:https?://)?(?:dx\\.)?doi\\.org/(10\\.\\d{4,9}/\\S+)");
    private static final Pattern DOI_IN_FRONT =
            Pattern.compile("(?i)^(?:https?://(?:dx\\.|www\\.)?doi\\.org/|doi\\s*:?\\s*)+");
    private static final Pattern ACL_ADDRESS =
            Pattern.compile(
                    "(?i)(?:aclanthology\\.org|aclweb\\.org/anthology|anthology\\.aclweb\\.org)/(?:papers/|anthology/)*"
                            + "([A-Za-z0-9.-]+?)(?:\\.pdf|\\.bib)?/?(?=$|[\\s?#,;}])");
    private static final Pattern ACL_ID =
            Pattern.compile("[A-Z]\\d{2}-\\d{4}|\\d{4}\\.[a-z0-9_]+-[a-z0-9_]+\\.\\d+");
    private static final Pattern ACL_DOI = Pattern.compile("(?i)10\\.(?:18653/v1|3115/v1)/(.+)");
    private static final Pattern OPENREVIEW_ADDRESS =
            Pattern.compile("(?i)openreview\\.net/(?:forum|pdf)\\?id=([A-Za-z0-9_-]+)");

    private final Set<PaperId> found = new LinkedHashSet<>();
    private List<PaperId> unclear = List.of();
    private String unclearText = "";
    private String doi = "";

    /// Takes what stands in a field for arXiv's ids.
    ///
    /// @throws IllegalArgumentException for text that is no such id, saying what is accepted
    public void arxiv(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return;
        }
        List<PaperId> candidates =
                PaperId.candidates(bare.replaceFirst("\\s*\\[[^\\]]*\\]$", "")).stream()
                        .filter(PaperId::isArxiv)
                        .toList();
        switch (candidates.size()) {
            case 0 ->
                    throw new IllegalArgumentException(
                            "not an arXiv id: \"%s\"; accepted are 2308.16898 and cs/9809007"
                                    .formatted(shown(bare)));
            case 1 -> found.add(candidates.getFirst());
            default -> {
                unclear = candidates;
                unclearText = bare;
            }
        }
    }

    /// Takes what stands in a field for DOIs, and the id of an archive that some DOIs hold.
    ///
    /// @throws IllegalArgumentException for a DOI with letters that DOIs do not have, which look
    ///   like others
    public void doi(String text) {
        String bare = undressed(text);
        if (bare.isEmpty()) {
            return;
        }
        bare.codePoints()
                .filter(letter -> letter > '~')
                .findFirst()
                .ifPresent(letter -> {
                    throw new IllegalArgumentException(
                            "the DOI \"%s\" holds %s (U+%04X); accepted are letters of ASCII, as in 10.1000/x.y"
                                    .formatted(shown(bare), Character.getName(letter), letter));
                });
        if (!DOI.matcher(bare).matches()) {
            throw new IllegalArgumentException(
                    "not a DOI: \"%s\"; accepted is 10.1000/x.y, with or without doi: or https://doi.org/"
                            .formatted(shown(bare)));
        }
        take(bare.toLowerCase(Locale.ROOT));
    }

    private void take(String bare) {
        aclOf(bare).ifPresent(found::add);
        readable("doi:" + bare).ifPresent(found::add);
        if (doi.isEmpty() || !bare.startsWith(ARXIV_DOI)) {
            doi = bare;
        }
    }

    private static Optional<PaperId> aclOf(String bare) {
        Matcher acl = ACL_DOI.matcher(bare);
        if (!acl.matches()) {
            return Optional.empty();
        }
        String id = acl.group(1);
        String cased = id.matches("[a-z]\\d{2}-\\d{4}") ? id.toUpperCase(Locale.ROOT) : id;
        return ACL_ID.matcher(cased).matches() ? readable("acl:" + cased) : Optional.empty();
    }

    /// Takes an id that has its scheme in front, as in `acl:P19-1001`.
    public void id(PaperId id) {
        if (id.value().startsWith("doi:")) {
            doi(id.value());
        } else {
            found.add(id);
        }
    }

    /// Takes the ids that a text mentions as addresses; one that mentions none is fine.
    void address(String text) {
        all(ARXIV_ADDRESS, text).forEach(this::mentioned);
        all(OPENREVIEW_ADDRESS, text)
                .forEach(id -> readable("openreview:" + id).ifPresent(found::add));
        all(ACL_ADDRESS, text).stream()
                .filter(id -> ACL_ID.matcher(id).matches())
                .forEach(id -> readable("acl:" + id).ifPresent(found::add));
        all(DOI_ADDRESS, text).stream()
                .map(CitedIds::undressed)
                .filter(one -> DOI.matcher(one).matches())
                .forEach(one -> take(one.toLowerCase(Locale.ROOT)));
    }

    /// Takes the arXiv id of a text such as `arXiv preprint arXiv:2308.16898`, if it has one.
    void mention(String text) {
        address(text);
        all(ARXIV_NAMED, text).forEach(this::mentioned);
    }

    /// Takes a text that is an arXiv id and nothing else, if it is one.
    void bare(String text) {
        Matcher shape = ARXIV_SHAPE.matcher(text.strip());
        if (shape.matches()) {
            mentioned(shape.group(1));
        }
    }

    private void mentioned(String text) {
        List<PaperId> candidates =
                PaperId.candidates(text).stream().filter(PaperId::isArxiv).toList();
        if (candidates.size() == 1) {
            found.add(candidates.getFirst());
        } else if (candidates.size() > 1 && unclear.isEmpty()) {
            unclear = candidates;
            unclearText = text;
        }
    }

    /// The ids, each once.
    public Set<PaperId> found() {
        return found;
    }

    /// What the arXiv id may have been that lost zeros; none where a sound one was found.
    List<PaperId> unclear() {
        return found.stream().anyMatch(PaperId::isArxiv) ? List.of() : unclear;
    }

    String unclearText() {
        return unclearText;
    }

    /// The DOI, the publisher's before arXiv's own; empty if there is none.
    String doi() {
        return doi.startsWith(ARXIV_DOI) ? "" : doi;
    }

    private static String undressed(String text) {
        String bare = DOI_IN_FRONT.matcher(text.strip()).replaceFirst("");
        bare = bare.replace("\\_", "_").replace("{", "").replace("}", "").replace("\\", "");
        if (bare.contains("%") && bare.matches("(?i)10\\.\\d{4,9}%2f.*|.*%[0-9a-f]{2}.*")) {
            bare = decoded(bare);
        }
        return bare.replaceAll("[?#].*$", "").replaceAll("[.,;]+$", "").strip();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static Optional<PaperId> readable(String id) {
        try {
            return Optional.of(PaperId.parse(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher one = pattern.matcher(text);
        while (one.find()) {
            all.add(one.group(1));
        }
        return all;
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
