// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/steptext.h"

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace tp::saga {

namespace {

struct StepPart
{
    enum Index { Name, State, Attempts, StartedAt, FinishedAt, Code, Detail, Count };
};
constexpr qsizetype DetailCharsMax = 500;

using StepParts = std::array<std::string_view, StepPart::Count>;

/// The text before the next `end`, which is taken off together with it.
std::string_view takeUntil(std::string_view &text, char end)
{
    const std::size_t at = text.find(end);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return taken;
}

std::optional<qint64> numberOf(std::string_view text)
{
    qint64 number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<NamedStep> stepOf(const StepParts &parts)
{
    const auto state = stepStateNamed(parts[StepPart::State]);
    const auto attempts = numberOf(parts[StepPart::Attempts]);
    const auto startedAt = numberOf(parts[StepPart::StartedAt]);
    const auto finishedAt = numberOf(parts[StepPart::FinishedAt]);
    if (!state || !attempts || !startedAt || !finishedAt)
        return std::nullopt;
    NamedStep step{std::string(parts[StepPart::Name]),
                   {*state, int(*attempts), *startedAt, *finishedAt, std::nullopt}};
    const std::string_view detail = parts[StepPart::Detail];
    if (!parts[StepPart::Code].empty())
        step.record.error = Failure{std::string(parts[StepPart::Code]),
                                    QString::fromUtf8(detail.data(), qsizetype(detail.size()))};
    return step;
}

} // namespace

QString plainDetail(QString detail)
{
    detail.truncate(DetailCharsMax);
    if (!detail.isEmpty() && detail.back().isHighSurrogate())
        detail.chop(1);
    for (QChar &one : detail) {
        if (one.category() == QChar::Other_Control)
            one = u' ';
    }
    return detail;
}

std::string textOfSteps(const Definition &definition, const QList<StepRecord> &steps)
{
    std::string text;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const StepRecord &step = steps[i];
        text.append(definition.steps[std::size_t(i)].name).append("\t").append(nameOf(step.state));
        for (const qint64 number : {qint64(step.attempts), step.startedAtMs, step.finishedAtMs})
            text.append("\t").append(std::to_string(number));
        const Failure error = step.error.value_or(Failure());
        text.append("\t").append(error.code).append("\t");
        text.append(plainDetail(error.detail).toStdString()).append("\n");
    }
    return text;
}

Result<QList<NamedStep>> stepsOfText(std::string_view text)
{
    QList<NamedStep> steps;
    while (!text.empty()) {
        std::string_view line = takeUntil(text, '\n');
        StepParts parts;
        for (std::string_view &part : parts)
            part = takeUntil(line, '\t');
        const auto step = stepOf(parts);
        if (!step)
            return Error{ErrorCode::Internal, u"the steps of a saga cannot be read"_s, {}};
        steps.append(*step);
    }
    return steps;
}

} // namespace tp::saga
