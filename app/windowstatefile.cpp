#include "app/windowstatefile.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kForm = 1;
} // namespace

Result<WindowStates> parseWindowStates(const QByteArray& bytes, const QString& subject)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(ErrorKind::InvalidFile, subject, problem.errorString());
    const QJsonObject root = document.object();
    if (root["form"_L1].toInt() != kForm || !root["views"_L1].isObject()) {
        return failure(ErrorKind::InvalidFile, subject,
                       QCoreApplication::translate("WindowStateFile", "not in the form this version writes"));
    }
    return WindowStates{root["last"_L1].toString(), root["views"_L1].toObject()};
}

QByteArray toBytes(const WindowStates& states)
{
    return QJsonDocument(QJsonObject{{u"form"_s, kForm}, {u"last"_s, states.last}, {u"views"_s, states.views}})
        .toJson();
}

WindowStateFile::WindowStateFile(const QString& dataFolder)
    : m_file(dataFolder + u"/window-state.json"_s)
{
}

WindowStateFile::Loaded WindowStateFile::load() const
{
    const auto bytes = m_file.read();
    if (!bytes)
        return {{}, bytes.error(), {}};
    if (!*bytes || (*bytes)->isEmpty())
        return {};
    auto states = parseWindowStates(**bytes, path());
    if (!states)
        return {{}, states.error(), m_file.setAside(**bytes)};
    return {*std::move(states), {}, {}};
}

Result<void> WindowStateFile::save(const WindowStates& changed, DurableFile::Survives survives,
                                   const std::stop_token& closing) const
{
    const auto next = [&](const std::optional<QByteArray>& before) -> Result<QByteArray> {
        auto states =
            before && !before->isEmpty() ? parseWindowStates(*before, path()) : Result<WindowStates>(WindowStates());
        if (!states) {
            std::ignore = m_file.setAside(*before);
            states = WindowStates();
        }
        states->last = changed.last;
        for (auto view = changed.views.begin(); view != changed.views.end(); ++view)
            states->views[view.key()] = view.value();
        return toBytes(*states);
    };
    return m_file.update(next, survives, closing);
}

} // namespace slipway
