#include "views/storage/whatifform.h"

#include "core/format.h"
#include "models/numbertext.h"
#include "views/theme/typography.h"
#include "views/widgets/tonelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kBaseVariants{Variant::BaseCpu, Variant::BaseGpu};
constexpr std::array kUntaggedDays{7, 14, 30, 60, 90, 180, 365};
constexpr std::array kTaggedVersions{1, 2, 3, 5, 10, 20, 50};
constexpr int kHubColumns = 2;
constexpr int kHubWidth = 220;
constexpr size_t kHubsInSight = 12;
constexpr int kHubsHeight = 160;
constexpr double kHighestCost = 1'000'000;

/// Chooses what carries the value; the first, which is "none" or "all", where nothing does.
void choose(QComboBox& box, const QVariant& value)
{
    box.setCurrentIndex(std::max(box.findData(value), 0));
}

} // namespace

WhatIfForm::WhatIfForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QGridLayout(this))
    , m_untagged(makeChoice(tr("Untagged versions")))
    , m_tagged(makeChoice(tr("Tagged versions")))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);
    m_untagged->addItem(tr("Keep all"));
    for (const int days : kUntaggedDays)
        m_untagged->addItem(tr("Keep for %n day(s)", nullptr, days), days);
    m_tagged->addItem(tr("Keep all"));
    for (const int versions : kTaggedVersions)
        m_tagged->addItem(tr("Keep the newest %n of each image", nullptr, versions), versions);
}

QComboBox* WhatIfForm::makeChoice(const QString& name)
{
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::currentIndexChanged, this, &WhatIfForm::tellChanged);
    return box;
}

void WhatIfForm::addRow(const QString& title, QWidget* control)
{
    const int row = m_rows->rowCount();
    auto* label = new QLabel(title, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_rows->addWidget(label, row, 0);
    m_rows->addWidget(control, row, 1);
}

void WhatIfForm::setGround(const WhatIfGround& ground, const QString& currency)
{
    addBases(ground);
    addHubs(ground);
    addRow(tr("Untagged versions"), m_untagged);
    addRow(tr("Tagged versions"), m_tagged);
    m_runner = new QLineEdit(this);
    m_runner->setAccessibleName(tr("Runner a month, %1").arg(currency));
    connect(m_runner, &QLineEdit::textChanged, this, &WhatIfForm::tellChanged);
    addRow(m_runner->accessibleName(), m_runner);
    m_fault = new ToneLabel(Tone::Bad, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_rows->addWidget(m_fault, m_rows->rowCount(), 1);
}

void WhatIfForm::addBases(const WhatIfGround& ground)
{
    const std::array names{tr("Base of CPU images"), tr("Base of GPU images")};
    for (size_t i = 0; i < kBaseVariants.size(); ++i) {
        if (std::ranges::find(ground.bases, kBaseVariants.at(i), &BaseOffer::variant) == ground.bases.end())
            continue;
        auto* box = makeChoice(names.at(i));
        box->addItem(tr("Each keeps its own"));
        for (const auto& base : ground.bases) {
            if (base.variant != kBaseVariants.at(i))
                continue;
            const QString text = base.isProposed ? tr("%1, %2 (proposed)") : tr("%1, %2");
            box->addItem(text.arg(base.title, formatBytes(base.size)), base.version);
        }
        m_bases.at(i) = box;
        addRow(names.at(i), box);
    }
    if (!m_bases[0] && !m_bases[1])
        addRow(tr("Bases"), new QLabel(tr("No base images are known; the profile can name them"), this));
}

/// Across the whole form: names of hubs are long. Many of them scroll.
void WhatIfForm::addHubs(const WhatIfGround& ground)
{
    auto* hubs = new QWidget(this);
    auto* grid = new QGridLayout(hubs);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    for (int i = 0; const auto& hub : ground.hubs) {
        auto* box = new QCheckBox(hubs);
        followText(*box, [box, hub] {
            const QFontMetrics metrics(fontFor(TextRole::Body));
            const QString text = metrics.elidedText(hub, Qt::ElideRight, withText(kHubWidth));
            box->setText(QString(text).replace(u'&', u"&&"_s));
            box->setToolTip(text == hub ? QString() : hub);
        });
        box->setAccessibleName(hub);
        connect(box, &QCheckBox::toggled, this, &WhatIfForm::tellChanged);
        grid->addWidget(box, i / kHubColumns, i % kHubColumns);
        grid->setColumnStretch(i % kHubColumns, 1);
        m_hubs.push_back(box);
        ++i;
    }
    hubs->setEnabled(m_bases[0] || m_bases[1]);
    auto* label = new QLabel(tr("Hubs that share them"), this);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_rows->addWidget(label, m_rows->rowCount(), 0, 1, 2);
    QWidget* shown = hubs;
    if (ground.hubs.size() > kHubsInSight) {
        auto* area = new QScrollArea(this);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(hubs);
        followText(*area, [area] { area->setFixedHeight(withText(kHubsHeight)); });
        shown = area;
    }
    m_rows->addWidget(shown, m_rows->rowCount(), 0, 1, 2);
}

void WhatIfForm::setWish(const WhatIf& wish)
{
    m_isSetting = true;
    for (auto* box : m_bases) {
        if (!box)
            continue;
        box->setCurrentIndex(0);
        for (const RowIndex base : wish.bases)
            if (const int index = box->findData(base); index > 0)
                box->setCurrentIndex(index);
    }
    for (auto* box : m_hubs)
        box->setChecked(std::ranges::contains(wish.hubs, box->accessibleName()));
    choose(*m_untagged,
           wish.retention.untaggedFor ? QVariant(static_cast<int>(wish.retention.untaggedFor->count())) : QVariant());
    choose(*m_tagged,
           wish.retention.taggedPerPackage ? QVariant(static_cast<int>(*wish.retention.taggedPerPackage)) : QVariant());
    m_runner->setText(numberText(wish.runnerPerMonth));
    m_isSetting = false;
    tellChanged();
}

std::optional<WhatIf> WhatIfForm::wish() const
{
    const auto runner = m_runner ? numberOf(m_runner->text().trimmed(), kHighestCost) : std::nullopt;
    if (!runner)
        return std::nullopt;
    WhatIf wish;
    for (const auto* box : m_bases)
        if (box && box->currentData().isValid())
            wish.bases.push_back(box->currentData().toUInt());
    for (const auto* box : m_hubs)
        if (box->isChecked())
            wish.hubs.push_back(box->accessibleName());
    if (m_untagged->currentData().isValid())
        wish.retention.untaggedFor = std::chrono::days(m_untagged->currentData().toInt());
    if (m_tagged->currentData().isValid())
        wish.retention.taggedPerPackage = m_tagged->currentData().toUInt();
    wish.runnerPerMonth = *runner;
    return wish;
}

QString WhatIfForm::fault() const
{
    return m_fault && !m_fault->isHidden() ? m_fault->text() : QString();
}

void WhatIfForm::tellChanged()
{
    if (m_isSetting || !m_runner)
        return;
    const bool isWrong = !wish();
    if (isWrong)
        m_fault->setText(tr("Expected what the runner costs a month, 0 or more, such as %1.").arg(numberText(150)));
    m_fault->setVisible(isWrong);
    Q_EMIT changed();
}

} // namespace slipway
