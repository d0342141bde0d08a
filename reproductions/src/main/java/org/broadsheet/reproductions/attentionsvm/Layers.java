package org.broadsheet.reproductions.attentionsvm;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.LinearHead;
import org.broadsheet.methods.attentionsvm.Loss;
import org.broadsheet.methods.attentionsvm.Prompts;
import org.broadsheet.methods.attentionsvm.Prompts.Attention;
import org.broadsheet.methods.attentionsvm.Prompts.Shape;

/// The layers of a run: prompts as the authors draw them, the head and the loss as set.
final class Layers {
    private Layers() {}

    /// With a linear head of unit length.
    static AttentionLayer drawn(Shape shape, Setting setting, RandomGenerator random) {
        Attention attention =
                Attention.valueOf(setting.choice("attention").toUpperCase(Locale.ROOT));
        Prompts prompts = Prompts.onSphere(shape, attention, random);
        return new AttentionLayer(
                prompts,
                new LinearHead(Prompts.unit(shape.dimension(), random)),
                Loss.valueOf(setting.choice("loss").toUpperCase(Locale.ROOT)));
    }
}
