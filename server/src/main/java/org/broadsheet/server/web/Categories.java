package org.broadsheet.server.web;

import java.util.HashMap;
import java.util.Map;

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

    private Categories() {}

    static String name(String category) {
        return NAMES.getOrDefault(category, category);
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> names = new HashMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(pair -> names.put(pair[0], pair[1]));
        return Map.copyOf(names);
    }
}
