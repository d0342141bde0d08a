package org.broadsheet.server.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.broadsheet.server.web.page.HousePage.Category;
import org.broadsheet.server.web.page.HousePage.Group;

/// The names of arXiv's commonest categories. A category without a name here is shown as its code.
final class Categories {
    private static final Map<String, String> NAMES =
            table(
                    """
                    cs.AI=Artificial intelligence
                    cs.AR=Hardware architecture
                    cs.CE=Computational engineering
                    cs.CL=Language
                    cs.CR=Cryptography and security
                    cs.CV=Computer vision
                    cs.CY=Computers and society
                    cs.DB=Databases
                    cs.DC=Distributed computing
                    cs.DL=Digital libraries
                    cs.DS=Algorithms
                    cs.GR=Graphics
                    cs.GT=Game theory
                    cs.HC=Human-computer interaction
                    cs.IR=Information retrieval
                    cs.IT=Information theory
                    cs.LG=Machine learning
                    cs.LO=Logic
                    cs.MA=Multi-agent systems
                    cs.MM=Multimedia
                    cs.NE=Neural computing
                    cs.NA=Numerical analysis
                    cs.PL=Programming languages
                    cs.RO=Robotics
                    cs.SD=Sound
                    cs.SE=Software engineering
                    cs.SI=Networks of people
                    eess.AS=Audio and speech
                    eess.IV=Image processing
                    eess.SP=Signal processing
                    eess.SY=Systems and control
                    math.NA=Numerical analysis
                    math.OC=Optimisation
                    math.PR=Probability
                    math.ST=Statistics theory
                    astro-ph=Astrophysics
                    astro-ph.GA=Galaxies
                    cond-mat.dis-nn=Disordered systems
                    hep-th=High-energy theory
                    nlin.PS=Pattern formation
                    physics.comp-ph=Computational physics
                    q-bio.NC=Neurons and cognition
                    q-bio.QM=Quantitative biology
                    quant-ph=Quantum physics
                    stat.AP=Applied statistics
                    stat.ME=Statistical methods
                    stat.ML=Machine learning
                    """);

    /// The archives of which most houses choose, in the order in which they are offered.
    private static final SequencedMap<String, String> ARCHIVES = archives();

    private Categories() {}

    private static SequencedMap<String, String> archives() {
        SequencedMap<String, String> archives = new LinkedHashMap<>();
        archives.put("cs", "Computer science");
        archives.put("stat", "Statistics");
        archives.put("eess", "Signals and systems");
        archives.put("math", "Mathematics");
        archives.put("q-bio", "Biology");
        return archives;
    }

    /// The categories with a name here, by archive, for somebody who chooses.
    static List<Group> offered(Collection<String> chosen) {
        return ARCHIVES.entrySet().stream()
                .map(archive ->
                        new Group(
                                archive.getValue(),
                                NAMES.keySet().stream()
                                        .filter(id -> id.startsWith(archive.getKey() + "."))
                                        .sorted()
                                        .map(id -> new Category(id, name(id), chosen.contains(id)))
                                        .toList()))
                .toList();
    }

    /// Those of the chosen that [#offered] does not hold.
    static List<String> further(Collection<String> chosen) {
        return chosen.stream()
                .filter(id ->
                        !NAMES.containsKey(id)
                                || !ARCHIVES.containsKey(id.replaceFirst("\\..*", "")))
                .toList();
    }

    static String name(String category) {
        return NAMES.getOrDefault(category, category);
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> names = new HashMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(pair -> names.put(pair[0], pair[1]));
        return Map.copyOf(names);
    }
}
