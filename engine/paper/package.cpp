#include "paper/package.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "paper/xml.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view office_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string type_address(const std::string& type) {
  return type == "core-properties" ? fmt::format("{}relationships/metadata/{}", package_space, type)
                                   : fmt::format("{}{}", office_space, type);
}

std::string written(const std::vector<Relation>& relations) {
  std::string xml = fmt::format("{}<Relationships xmlns=\"{}relationships\">", xml_head, package_space);
  for (const Relation& one : relations) {
    xml += fmt::format(R"(<Relationship Id="{}" Type="{}" Target="/{}"/>)",
                       xml_text(one.id),
                       xml_text(type_address(one.type)),
                       xml_text(one.target));
  }
  return xml + "</Relationships>";
}

std::string content_types(const std::vector<Part>& parts) {
  std::string xml = fmt::format(
      "{}<Types xmlns=\"{}content-types\">"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)",
      xml_head,
      package_space);
  for (const Part& part : parts) {
    xml += fmt::format(R"(<Override PartName="/{}" ContentType="{}"/>)", xml_text(part.name), xml_text(part.type));
  }
  return xml + "</Types>";
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

std::string relations_name(std::string_view part) {
  const std::string folder = folder_of(part);
  return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

// A target is relative to the folder of its part, or begins with a slash.
std::string resolved(const std::string& folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
  std::string result;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = std::string_view(path).substr(begin, end - begin);
    if (step == "..") {
      result = folder_of(std::string_view(result).substr(0, result.empty() ? 0 : result.size() - 1));
    } else if (step != "." && !step.empty()) {
      result += step;
      result += end < path.size() ? "/" : "";
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace

std::string packed(const std::vector<Part>& parts, const std::vector<Relation>& relations) {
  std::vector<std::pair<std::string, std::string>> files{{"[Content_Types].xml", content_types(parts)},
                                                         {"_rels/.rels", written(relations)}};
  for (const Part& part : parts) {
    files.emplace_back(part.name, part.bytes);
    if (!part.relations.empty()) {
      files.emplace_back(relations_name(part.name), written(part.relations));
    }
  }
  return zipped(files);
}

std::vector<Relation> relations_of(const Files& files, std::string_view part) {
  const auto file = files.find(relations_name(part));
  std::vector<Relation> relations;
  if (file == files.end()) {
    return relations;
  }
  const Xml xml = read_xml(file->second);
  for (const pugi::xml_node one : xml->document_element().children()) {
    const std::string_view type = one.attribute("Type").value();
    const bool is_external = std::string_view(one.attribute("TargetMode").value()) == "External";
    const std::string_view target = one.attribute("Target").value();
    relations.push_back({one.attribute("Id").value(),
                         std::string(type.substr(type.rfind('/') + 1)),
                         is_external ? std::string(target) : resolved(folder_of(part), target),
                         is_external});
  }
  return relations;
}

const Relation* find_relation(const std::vector<Relation>& relations, std::string_view type) {
  const auto found =
      std::ranges::find_if(relations, [type](const Relation& one) { return one.type == type && !one.is_external; });
  return found == relations.end() ? nullptr : &*found;
}

MainPart main_part(const Files& files) {
  const std::vector<Relation> relations = relations_of(files, "");
  const Relation* main = find_relation(relations, "officeDocument");
  const auto file = main == nullptr ? files.end() : files.find(main->target);
  return file == files.end() ? MainPart{} : MainPart{file->first, &file->second};
}

}  // namespace shanhai::paper
