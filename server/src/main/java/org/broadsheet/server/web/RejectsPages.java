package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.sources.SecondReading;
import org.broadsheet.server.web.page.RejectsPage;
import org.broadsheet.server.web.page.RejectsPage.Row;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.source.Reject;
import org.broadsheet.source.RejectStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Shows whoever runs the house what was set aside, and lets them have it read again or dismissed.
@Controller
public final class RejectsPages {
    static final String PATH = "/admin/rejects";

    private static final int SHOWN = 100;
    private static final int LOOKED_AT = 2_000;

    private final Pages pages;
    private final Frames frames;
    private final RejectStore rejects;
    private final SecondReading reading;
    private final Access access;
    private final Keeping keeping;
    private final Moments moments;

    public RejectsPages(
            Pages pages,
            Frames frames,
            RejectStore rejects,
            SecondReading reading,
            Access access,
            Keeping keeping,
            Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.rejects = rejects;
        this.reading = reading;
        this.access = access;
        this.keeping = keeping;
        this.moments = moments;
    }

    @GetMapping(PATH)
    View list(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        return show("", HttpStatus.OK);
    }

    /// @param record names it
    @PostMapping(PATH + "/again")
    View again(
            @RequestParam(name = "record", defaultValue = "") String record,
            HttpServletRequest request)
            throws InterruptedException {
        access.require(request, Right.ADMINISTER);
        Optional<Reject> reject = find(record);
        return reject.isEmpty() ? gone() : show(reading.again(reject.get()), HttpStatus.OK);
    }

    @PostMapping(PATH + "/dismiss")
    View dismiss(
            @RequestParam(name = "record", defaultValue = "") String record,
            HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        Optional<Reject> reject = find(record);
        if (reject.isEmpty()) {
            return gone();
        }
        rejects.remove(List.of(reject.get()));
        return pages.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private View gone() {
        return show(
                "That record is not set aside any more: it was read or dismissed meanwhile.",
                HttpStatus.NOT_FOUND);
    }

    private View show(String told, HttpStatus status) {
        long count = rejects.count();
        return pages.show(
                "rejects",
                new RejectsPage(
                        frames.of("Set aside", "Records set aside.", PATH, Section.NONE),
                        count(count),
                        told,
                        rejects.latest(SHOWN).stream().map(this::row).toList()),
                status);
    }

    private static String count(long count) {
        if (count == 0) {
            return "Every record could be read.";
        }
        String many = count == 1 ? "One record is" : "%,d records are".formatted(count);
        return many + " set aside" + (count > SHOWN ? "; here the latest " + SHOWN : "") + ".";
    }

    private Row row(Reject reject) {
        return new Row(
                key(reject),
                reject.source(),
                reject.place(),
                reject.reason(),
                reject.raw(),
                moments.at(reject.at()));
    }

    private Optional<Reject> find(String key) {
        return rejects.latest(LOOKED_AT).stream().filter(it -> key(it).equals(key)).findFirst();
    }

    private static String key(Reject reject) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(reject.source(), reject.place(), reject.raw())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
