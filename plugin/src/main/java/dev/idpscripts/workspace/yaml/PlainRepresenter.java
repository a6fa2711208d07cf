package dev.idpscripts.workspace.yaml;

import java.math.BigDecimal;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes values so that every reader takes them for what they are: {@link YamlJson} first of all. */
public class PlainRepresenter extends Representer {

    private static final int LONGEST = 40;

    public PlainRepresenter(DumperOptions options) {
        super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
        if (Tag.STR.equals(tag) && Lookalike.isOne(value)) {
            return super.representScalar(tag, value, ScalarStyle.SINGLE_QUOTED);
        }
        return super.representScalar(tag, Tag.FLOAT.equals(tag) ? decimal(value) : value, style);
    }

    /** {@code 1.0E-7} is no number to every reader, {@code 100} is a whole one to all. */
    private static String decimal(String value) {
        BigDecimal number = new BigDecimal(value);
        String plain = number.toPlainString();
        if (plain.length() > LONGEST) {
            String digits = number.toString();
            return digits.contains(".") ? digits : digits.replace("E", ".0E");
        }
        return plain.contains(".") ? plain : plain + ".0";
    }
}
