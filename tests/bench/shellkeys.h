#pragma once

#include "bench/shellwindow.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/treefilter.h"
#include "views/widgets/searchfield.h"

#include <string>

namespace slipway::bench
{

/// The strings a filter's word is looked for in, a version each, as anybody would keep them who only had to search.
inline std::vector<std::string> stringsOf(const Snapshot& snapshot)
{
    std::vector<std::string> strings;
    strings.reserve(snapshot.versions.size());
    for (const auto& version : snapshot.versions) {
        QString text = snapshot.packages[version.package].name.value;
        for (const TagText tag : snapshot.tagsOf(version))
            text += u' ' + tag.toString();
        strings.push_back(text.toLower().toStdString());
    }
    return strings;
}

/// Types filters letter by letter into the field and takes them back: what people type, and how much of it there is,
/// which is much, little, nothing.
class FilterKeys final
{
public:
    FilterKeys(ShellWindow& shell, const Snapshot& snapshot)
        : m_shell(shell)
        , m_strings(stringsOf(snapshot))
        , m_field(shell.page().filter().bar().field())
    {
    }

    void measure()
    {
        using namespace Qt::StringLiterals;
        const QStringList typed{u"v499"_s,           u"app-17"_s,    u"gpu v33"_s,       u"cafe12ab"_s,
                                u"nothing-at-all"_s, u"-app v1 1"_s, u"unsigned v250"_s, u"hub1 9"_s,
                                u"size:>1MiB v7"_s,  u"tag:v4*9"_s};
        m_field.setFocus();
        for (const auto& text : typed) {
            for (const QChar letter : text)
                press([&] { QTest::keyClick(&m_field, letter.toLatin1()); });
            while (!m_field.text().isEmpty())
                press([&] { QTest::keyClick(&m_field, Qt::Key_Backspace); });
        }
        m_keys.print("a key until the rows are right", "ms");
        m_keys.printGreatest(5);
        m_paints.print("    and painted", "ms");
        m_ratios.print("    against a linear scan", "times");
        m_ratios.printGreatest(5);
    }

private:
    template<typename Press>
    void press(Press pressKey)
    {
        auto& tree = m_shell.tree();
        const QString before = m_field.text();
        const auto begin = now();
        pressKey();
        (void)tree.visualRect(m_shell.model().index(0, 0)); // lays the rows out
        const double right = msSince(begin);
        tree.viewport()->repaint(); // and whatever else is to be painted
        const double painted = msSince(begin);
        const QString text = m_field.text();
        const QString change = QStringLiteral("%1 > %2").arg(before, text);
        m_keys.add(right, change);
        m_paints.add(painted, change);
        // Where the last letter is taken back there is nothing to look for: it is compared with looking for that.
        const QString& searched = text.isEmpty() ? before : text;
        m_ratios.add(right / scanMs(searched.trimmed().section(u' ', -1).toLower().toStdString()), change);
        QCoreApplication::processEvents();
    }

    double scanMs(const std::string& word)
    {
        const auto begin = now();
        for (const auto& string : m_strings)
            m_found += string.find(word) != std::string::npos ? 1 : 0;
        return msSince(begin);
    }

    ShellWindow& m_shell;
    std::vector<std::string> m_strings;
    SearchField& m_field;
    Samples m_keys;
    Samples m_paints;
    Samples m_ratios;
    std::size_t m_found = 0;
};

} // namespace slipway::bench
