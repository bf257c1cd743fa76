#include "views/drift/laddercard.h"

#include "core/errortext.h"
#include "views/ladder/ladderpanel.h"
#include "views/ladder/ladderview.h"
#include "views/storage/figureview.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/hairline.h"
#include "views/widgets/statepage.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QStringListModel>

#include <optional>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kLeastField = 80;

QString cellOf(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

} // namespace

LadderCard::LadderCard(QWidget* parent)
    : QWidget(parent)
    , m_platform(new QComboBox(this))
    , m_comparable(new QStringListModel(this))
    , m_panel(new LadderPanel(this))
    , m_packages(new FigureView(tr("Packages of two SBOMs"), this))
    , m_nothing(new StatePage(this))
    , m_stack(new QStackedLayout)
{
    setAccessibleName(tr("Two images side by side"));
    auto* card = new Card(this);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeHead());
    inner->addWidget(new Hairline(card));
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_packages);
    m_stack->addWidget(m_nothing);
    inner->addLayout(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setParts(ComparedParts::Layers);
    takeNames();
}

/// No QButtonGroup: Tab would go to one of them only.
QWidget* LadderCard::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    const std::array words{tr("Layers"), tr("Packages")};
    const std::array tips{tr("The layers of two images"), tr("The packages that the SBOMs of two images tell")};
    constexpr std::array kParts{ComparedParts::Layers, ComparedParts::Packages};
    for (size_t i = 0; i < kParts.size(); ++i) {
        auto* button = new QPushButton(words.at(i), head);
        button->setCheckable(true);
        button->setToolTip(tips.at(i));
        button->setAccessibleName(tips.at(i));
        connect(button, &QAbstractButton::clicked, this, [this, parts = kParts.at(i)] {
            setParts(parts);
            Q_EMIT arrangementChanged();
        });
        m_choices.at(i) = button;
        row->addWidget(button);
    }
    const std::array names{tr("Left image"), tr("Right image")};
    for (size_t i = 0; i < m_fields.size(); ++i) {
        auto* field = new QLineEdit(head);
        field->setAccessibleName(names.at(i));
        field->setPlaceholderText(tr("package:tag"));
        field->setToolTip(tr("package:tag, package@sha256:…, or package:tag@lock for what the lock file pins"));
        followText(*field, [field] { field->setMinimumWidth(withText(kLeastField)); });
        auto* completer = new QCompleter(m_comparable, field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        field->setCompleter(completer);
        connect(field, &QLineEdit::editingFinished, this, [this] {
            const ComparedNames typed{m_fields[0]->text().trimmed(), m_fields[1]->text().trimmed()};
            if (typed == m_names)
                return;
            compare(typed);
            Q_EMIT arrangementChanged();
        });
        m_fields.at(i) = field;
        row->addWidget(field, 1);
    }
    m_platform->setAccessibleName(tr("Platform"));
    connect(m_platform, &QComboBox::activated, this, &LadderCard::choosePair);
    row->addWidget(m_platform);
    return head;
}

void LadderCard::setGround(const std::shared_ptr<const DriftGround>& ground)
{
    m_ground = ground;
    m_wanted.clear();
    m_comparable->setStringList(ground ? comparableImages(*ground) : QStringList());
    // A reading that comes in between takes nothing from a person: neither what is being typed nor the platform.
    const QString platform = m_platform->currentText();
    std::array<std::optional<QString>, 2> typed;
    for (size_t i = 0; i < m_fields.size(); ++i)
        if (ground && m_fields.at(i)->hasFocus() && m_fields.at(i)->isModified())
            typed.at(i) = m_fields.at(i)->text();
    std::array<int, 2> cursors{m_fields[0]->cursorPosition(), m_fields[1]->cursorPosition()};
    takeNames();
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (!typed.at(i))
            continue;
        m_fields.at(i)->setText(*typed.at(i));
        m_fields.at(i)->setModified(true);
        m_fields.at(i)->setCursorPosition(cursors.at(i));
    }
    if (const int index = m_platform->findText(platform); m_comparison && index > 0) {
        m_platform->setCurrentIndex(index);
        choosePair(index);
    }
}

void LadderCard::compare(const ComparedNames& names)
{
    m_names = names;
    takeNames();
}

void LadderCard::setParts(ComparedParts parts)
{
    m_parts = parts;
    m_choices[0]->setChecked(parts == ComparedParts::Layers);
    m_choices[1]->setChecked(parts == ComparedParts::Packages);
    if (m_comparison)
        show();
}

void LadderCard::takeNames()
{
    const std::array texts{m_names.left, m_names.right};
    for (size_t i = 0; i < m_fields.size(); ++i) {
        m_fields.at(i)->setText(texts.at(i));
        m_fields.at(i)->setCursorPosition(0);
        m_fields.at(i)->setEnabled(m_ground != nullptr);
    }
    m_comparison.reset();
    m_platform->clear();
    m_platform->hide();
    if (!m_ground || m_names.left.isEmpty() || m_names.right.isEmpty())
        return showNothing(tr("Nothing is compared"),
                           tr("Choose a finding or a cell above, or write the names of two images."));
    auto comparison = compareImages(*m_ground, m_names.left, m_names.right);
    if (!comparison)
        return showNothing(tr("%1 cannot be compared").arg(comparison.error().subject), comparison.error().detail);
    m_comparison = *std::move(comparison);
    for (const auto& pair : m_comparison->pairs)
        m_platform->addItem(pair.platform);
    m_platform->setVisible(m_comparison->pairs.size() > 1);
    choosePair(0);
}

void LadderCard::choosePair(int index)
{
    m_pair = static_cast<size_t>(index);
    m_wanted.clear();
    for (const RowIndex image : {m_comparison->pairs[m_pair].left, m_comparison->pairs[m_pair].right})
        ask(image);
    show();
}

void LadderCard::ask(RowIndex image)
{
    const Snapshot& snapshot = m_ground->snapshot();
    const auto config = configOf(snapshot, image);
    if (!config || configFor(image))
        return;
    m_wanted.insert(snapshot.digestOf(image), *config);
    Q_EMIT documentsWanted(snapshot.packages[snapshot.versions[image].package].name, snapshot.digestOf(image), config);
}

void LadderCard::showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes)
{
    if (!m_wanted.contains(manifest) || !configBytes)
        return;
    const Digest digest = m_wanted.take(manifest);
    if (*configBytes) {
        if (const auto config = parseImageConfig(digest, **configBytes))
            m_read.insert(digest, *config);
    }
    if (m_comparison)
        show();
}

std::optional<ImageConfig> LadderCard::configFor(RowIndex image) const
{
    const auto digest = image == kNoRow ? std::nullopt : configOf(m_ground->snapshot(), image);
    if (!digest)
        return std::nullopt;
    if (const auto* known = m_ground->configOf(*digest))
        return *known;
    const auto found = m_read.constFind(*digest);
    return found == m_read.cend() ? std::nullopt : std::optional(*found);
}

LadderSide LadderCard::sideOf(const ComparedImage& compared, RowIndex image) const
{
    return comparedSide(*m_ground, compared, image, configFor(image));
}

void LadderCard::show()
{
    const LadderPair& pair = m_comparison->pairs[m_pair];
    LadderSide left = sideOf(m_comparison->left, pair.left);
    LadderSide right = sideOf(m_comparison->right, pair.right);
    if (m_parts == ComparedParts::Packages)
        return showPackages(left, right);
    const size_t expected = expectedShared(*m_ground, left.digest, right.digest);
    m_panel->showSides(std::move(left), std::move(right), expected, {});
    m_panel->setRemark(sharingSentence(m_panel->model(), expected));
    m_stack->setCurrentWidget(m_panel);
}

void LadderCard::showPackages(const LadderSide& left, const LadderSide& right)
{
    auto table = sbomTable(*m_ground, left, right);
    if (!table)
        return showNothing(tr("No packages to compare"), table.error().detail);
    if (table->rows.empty())
        return showNothing(tr("The same packages"), tr("Both SBOMs tell the same packages in the same releases."));
    m_packages->showTable(*std::move(table));
    m_stack->setCurrentWidget(m_packages);
}

void LadderCard::showNothing(const QString& title, const QString& sentence)
{
    m_nothing->showEmpty(icon("vcs-diff"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_nothing);
}

QWidget& LadderCard::pane()
{
    auto* shown = m_stack->currentWidget();
    if (shown == m_panel)
        return m_panel->view();
    return shown == m_packages ? static_cast<QWidget&>(*m_packages) : *m_fields[0];
}

QString LadderCard::stateText() const
{
    return m_stack->currentWidget() == m_nothing ? m_nothing->title() + u": "_s + m_nothing->sentence() : QString();
}

QString LadderCard::markdown() const
{
    if (m_stack->currentWidget() == m_panel)
        return ladderMarkdown(m_panel->model());
    if (m_stack->currentWidget() != m_packages)
        return {};
    QStringList lines;
    const auto line = [&](const auto& cells, auto text) {
        QString joined = u"|"_s;
        for (const auto& cell : cells)
            joined += u' ' + cellOf(text(cell)) + u" |"_s;
        lines.append(joined);
    };
    const FigureTable& table = m_packages->table();
    line(table.columns, [](const FigureColumn& column) { return column.title; });
    line(table.columns, [](const FigureColumn&) { return u"---"_s; });
    for (const auto& row : table.rows)
        line(row.cells, [](const FigureCell& cell) { return cell.text; });
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway
